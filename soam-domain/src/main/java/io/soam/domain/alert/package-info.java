/** When a reading is worth an alert, and for how long. */
package io.soam.domain.alert;
