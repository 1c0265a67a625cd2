/**
 * Forms that are generated from a JSON Schema: what a setting is called, how it is entered, what is
 * wrong with what was entered, and the configuration it gives.
 */
package io.soam.web.form;
