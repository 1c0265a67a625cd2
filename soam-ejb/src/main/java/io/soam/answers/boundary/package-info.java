/** What users may ask of the lake. */
package io.soam.answers.boundary;
