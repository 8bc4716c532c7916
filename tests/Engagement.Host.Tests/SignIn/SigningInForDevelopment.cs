using System.Net;
using Microsoft.Extensions.Configuration;

namespace Engagement.Host.Tests.SignIn;

/// <summary>"Be this role" is for one's own machine.</summary>
public sealed class SigningInForDevelopment(PlatformsOfAClass platforms) : SignInSpec(platforms)
{
    [Fact]
    public async Task A_role_is_one_person_and_the_same_again_however_they_sign_in()
    {
        using var browser = await Platform.Browser().BeAsync("participation-officer");

        var byHeader = await ActorOfAsync(("Authorization", "Development participation-officer"));
        var byCookie = await ActorOfAsync(("Cookie", browser.Cookies));

        byHeader.ShouldNotBeNull();
        byCookie.ShouldBe(byHeader);
    }

    [Theory]
    [InlineData("parent-or-carer", "/pact")]
    [InlineData("young-person", "/your-voice")]
    [InlineData("commissioner", "/staff")]
    public async Task Each_role_lands_where_its_things_are(string role, string address)
    {
        using var browser = await Platform.Browser().OpenAsync("/sign-in");

        await browser.SubmitAsync("/sign-in", ("role", role), ("name", ""), ("_return", ""));

        browser.Address.AbsolutePath.ShouldBe(address);
        browser.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_names_in_a_role_are_two_people()
    {
        using var browser = await Platform.Browser().BeAsync("participation-officer", "2");

        var first = await ActorOfAsync(("Authorization", "Development participation-officer"));
        var second = await ActorOfAsync(("Authorization", "Development participation-officer/2"));

        second.ShouldNotBe(first);
        (await ActorOfAsync(("Cookie", browser.Cookies))).ShouldBe(second);
    }

    [Fact]
    public async Task Another_platform_knows_them_by_other_pseudonyms()
    {
        var here = await ActorOfAsync(("Authorization", "Development participation-officer"));
        var others = new PlatformsOfAClass();
        var other = new SigningInForDevelopment(others);
        await other.InitializeAsync();
        try
        {
            (await other.ActorOfAsync(("Authorization", "Development participation-officer"))).ShouldNotBe(here);
        }
        finally
        {
            await others.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_platform_on_which_it_is_switched_on_outside_development_does_not_start()
    {
        var folder = Directory.CreateTempSubdirectory("engagement-test-").FullName;

        var refused = await Should.ThrowAsync<StartupException>(() => Host.Platform.StartAsync(
            new HostSettings { DataDirectory = folder, Urls = "http://127.0.0.1:0" },
            builder =>
            {
                builder.Environment.EnvironmentName = "Production";
                builder.Configuration.AddInMemoryCollection(
                    [KeyValuePair.Create("SignIn:Development", (string?)"true"), KeyValuePair.Create("ConnectionStrings:Engagement", (string?)Platform.ConnectionString)]);
            }));

        refused.Message.ShouldBe(
            "SignIn:Development is on, which lets anyone be any role, but the environment is Production. "
            + "Remove that setting. On your own machine you may set DOTNET_ENVIRONMENT=Development instead.");
        Directory.Delete(folder, recursive: true);
    }
}
