/** Health, readiness and the description of the API. */
package io.soam.web.rest.operations;
