/**
 * The rules that people edit, and their one evaluator. Everything that cleans a message, the
 * stream, the batch and the portal's preview, calls this package, so that a preview is the result
 * by construction.
 *
 * <p>It does not read JSON: a {@link io.soam.domain.enrichment.PayloadReader} fills {@link
 * io.soam.domain.rules.Fields}.
 */
package io.soam.domain.rules;
