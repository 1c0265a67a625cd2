/**
 * The rules that people edit. Here they are kept; what they mean is decided by the evaluator in
 * {@code io.soam.domain.rules}.
 */
package io.soam.rules;
