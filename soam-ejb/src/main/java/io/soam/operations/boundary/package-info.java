/** What operators, and the page Home, may ask. */
package io.soam.operations.boundary;
