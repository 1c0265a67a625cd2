/** What users may see of quarantine and decide about it. */
package io.soam.quarantine.boundary;
