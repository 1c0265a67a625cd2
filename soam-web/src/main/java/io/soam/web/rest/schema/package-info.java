/** The metadata of streams: {@code /api/metadata} and {@code /api/schema}. */
package io.soam.web.rest.schema;
