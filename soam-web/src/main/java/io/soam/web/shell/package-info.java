/** What all pages share: who is signed in, the look, live updates, errors and signing out. */
package io.soam.web.shell;
