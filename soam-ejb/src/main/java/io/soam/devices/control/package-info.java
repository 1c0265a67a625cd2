/** Who may enter silver, and telling the pipeline when that changes. */
package io.soam.devices.control;
