/** Checks of the services SOAM stands on, and the state that the page Home shows. */
package io.soam.operations.control;
