/** The addresses below {@code /admin/}: which page answers, who may ask, and what a form that comes in sets going. It knows pages by what {@code frame} says of them, not by name. */
package org.lectern.admin.routing;
