/** The metadata as portal and API see it. */
package io.soam.schema.boundary;
