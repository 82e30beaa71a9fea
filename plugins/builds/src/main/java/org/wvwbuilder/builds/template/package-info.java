/**
 * Build templates as people and programs read them: JSON with names. {@link
 * org.wvwbuilder.builds.template.Describer} adds the names of the catalogue to a decoded link; {@link
 * org.wvwbuilder.builds.template.Assembler} makes a template of such an object again, names or not.
 */
package org.wvwbuilder.builds.template;
