/** The page Metadata: what arrives in each stream, in what shape and of what quality. */
package io.soam.web.metadata;
