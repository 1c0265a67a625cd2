/** The object store, the uploads from the spool and the catalogue of bronze objects. */
package io.soam.lake.control;
