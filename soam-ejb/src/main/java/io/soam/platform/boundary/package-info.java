/** What all boundaries share: pages of results and refusals. */
package io.soam.platform.boundary;
