/** Settings as they are stored. */
package io.soam.settings.entity;
