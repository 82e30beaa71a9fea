/** What gear and choices give: attributes by the game's formula, and the boons and cleanses that a build brings. */
package org.wvwbuilder.builds.gear;
