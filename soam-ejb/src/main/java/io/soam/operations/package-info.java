/**
 * How SOAM itself is doing: readiness of the services it stands on, and the snapshot that the page
 * Home shows. It asks the other components; none of them knows it.
 */
package io.soam.operations;
