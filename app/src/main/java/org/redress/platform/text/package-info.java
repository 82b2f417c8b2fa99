/** Words, numbers, dates and money as people read them, in every language of the product. */
@NullMarked
@ApplicationModule(
        displayName = "platform.text",
        allowedDependencies = {})
package org.redress.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
