/** The whole of Sluice, over HTTP, between the stand-in GitLab and real databases. */
@NullMarked
package dev.sluice.e2e;

import org.jspecify.annotations.NullMarked;
