/**
 * What all resources of the REST API share: the envelope, pages, request ids and the one place
 * where exceptions become answers. The resources are in a package for each business component.
 */
package io.soam.web.rest;
