package io.soam.ingestion.rest;

/**
 * By what a server recognises the answer that we have.
 *
 * @param etag null if it gave none
 * @param lastModified null if it gave none
 */
record Validators(String etag, String lastModified) {

    static final Validators NONE = new Validators(null, null);
}
