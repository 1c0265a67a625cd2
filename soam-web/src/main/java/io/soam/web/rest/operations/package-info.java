/** Health, readiness and the page Home. */
package io.soam.web.rest.operations;
