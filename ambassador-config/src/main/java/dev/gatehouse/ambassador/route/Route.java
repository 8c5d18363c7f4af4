package dev.gatehouse.ambassador.route;

/**
 * One entry of a virtual host. The first one that matches takes a request.
 *
 * @param match which requests it takes
 * @param action what becomes of them
 * @param origin the resource that it is due to
 */
public record Route(RouteMatch match, Action action, Origin origin) {}
