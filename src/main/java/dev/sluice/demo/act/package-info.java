/** What people and tokens can do, with GitLab's refusals; every action sends its webhooks. */
@NullMarked
package dev.sluice.demo.act;

import org.jspecify.annotations.NullMarked;
