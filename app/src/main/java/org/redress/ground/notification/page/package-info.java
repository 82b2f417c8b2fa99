/** The pages of messages, templates and the inbox. */
@NullMarked
package org.redress.ground.notification.page;

import org.jspecify.annotations.NullMarked;
