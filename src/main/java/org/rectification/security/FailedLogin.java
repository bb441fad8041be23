package org.rectification.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Tells somebody who failed twice in a row that the account pauses after a wrong password, so that he does not go on trying the right one.
 * The engine refuses a paused account without a word; this goes by the browser's own tries and so says nothing about which accounts exist.
 */
class FailedLogin implements AuthenticationFailureHandler {

    private static final String LAST_NAME = "failedLogin";

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        HttpSession session = request.getSession();
        String name = request.getParameter("username");
        boolean again = name != null && name.equals(session.getAttribute(LAST_NAME));
        session.setAttribute(LAST_NAME, name);
        response.sendRedirect(request.getContextPath() + (again ? "/login?paused" : "/login?error"));
    }
}
