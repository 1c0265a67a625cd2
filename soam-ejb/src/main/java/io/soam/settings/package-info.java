/** Values that administrators change while the server runs. */
package io.soam.settings;
