/** Access to the city graph. */
package io.soam.city.control;
