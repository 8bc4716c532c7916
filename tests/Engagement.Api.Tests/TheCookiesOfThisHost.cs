using Engagement.Api.SignIn;
using Microsoft.AspNetCore.Http;

namespace Engagement.Api.Tests;

public sealed class TheCookiesOfThisHost
{
    private static readonly DateTimeOffset End = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>A form's token is kept by such a cookie outside development: one that were over at once would let nobody send a form.</summary>
    [Fact]
    public void Last_until_the_browser_is_closed_unless_they_are_to_end_at_a_moment()
    {
        var cookie = new HostCookie("form-token", bound: true);

        cookie.Build(new DefaultHttpContext()).Expires.ShouldBeNull();
        cookie.Until(new DefaultHttpContext(), null).Expires.ShouldBeNull();
        cookie.Until(new DefaultHttpContext(), End).Expires.ShouldBe(End);
    }

    [Theory]
    [InlineData(true, "__Host-form-token")]
    [InlineData(false, "engagement-form-token")]
    public void Are_sent_over_https_alone_where_they_are_bound_to_their_host(bool bound, string name)
    {
        var cookie = new HostCookie("form-token", bound);

        cookie.Name.ShouldBe(name);
        cookie.Build(new DefaultHttpContext()).Secure.ShouldBe(bound);
    }
}
