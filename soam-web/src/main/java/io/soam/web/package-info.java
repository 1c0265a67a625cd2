/**
 * The portal and the REST API. Both only ask the boundaries of the business components; who may do
 * what is decided there and in {@code web.xml}. Not here: business rules, queries, entities.
 */
package io.soam.web;
