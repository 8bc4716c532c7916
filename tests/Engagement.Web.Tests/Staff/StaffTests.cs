using System.Net;
using System.Text.Json.Nodes;

namespace Engagement.Web.Tests.Staff;

public sealed class StaffTests
{
    [Fact]
    public async Task Someone_who_has_not_signed_in_is_asked_to_and_comes_back()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffMe", Nobody);
        using var officer = host.Visit();

        await officer.OpenAsync("/staff");
        officer.Address.ShouldBe("/sign-in?return=%2Fstaff");
        host.GraphQL.Data("StaffMe", StaffPages.Everything);
        await officer.PressAsync("Sign in", ("role", "participation-officer"));

        officer.Address.ShouldBe("/staff");
        host.SignIn.Roles.ShouldBe(["participation-officer"]);
    }

    [Fact]
    public async Task Someone_whose_role_does_not_allow_it_is_told_so()
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("ConsultationAtAGlance", "AUTH_NOT_AUTHORIZED");
        using var officer = host.Visit();

        await officer.OpenAsync($"/staff/consultations/{Replies.Slug}");

        officer.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        officer.Heading.ShouldBe("You cannot see this page");
        officer.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldBe(["/me", "/staff", "/"]);
    }

    [Fact]
    public async Task Who_may_only_read_a_loop_is_offered_no_step()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", AsRepresentative(LoopReplies.Loop()));
        using var representative = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");

        representative.Texts(".loop-step").ShouldBeEmpty();
        representative.Text(".govuk-inset-text").ShouldStartWith("Your role can read this loop.");
    }

    [Fact]
    public async Task A_loop_is_started_for_a_theme_that_has_none()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"/staff/consultations/{Replies.Slug}");

        await officer.PressAsync("Start a loop for One person to call");

        host.GraphQL.LastInput("OpenLoop").GetProperty("themeId").GetString().ShouldBe("VGgy");
        officer.Address.ShouldBe("/staff/loops/TG9vcDE");
    }

    [Theory]
    [InlineData("https://elsewhere.example.test")]
    [InlineData("//elsewhere.example.test")]
    [InlineData("/\\elsewhere.example.test")]
    public async Task Signing_in_never_leads_to_another_site(string returnTo)
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"/sign-in?return={Uri.EscapeDataString(returnTo)}");

        await officer.PressAsync("Sign in", ("role", "analyst"));

        officer.Address.ShouldBe("/staff");
    }

    [Fact]
    public async Task A_role_that_is_not_offered_cannot_be_taken()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/sign-in");

        await officer.PressAsync("Sign in", ("role", "owner-of-everything"));

        officer.Problems.ShouldBe(["Choose a role"]);
        host.SignIn.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Outside_development_there_is_no_choosing_of_roles()
    {
        await using var host = await PagesHost.StartAsync("Production");
        host.GraphQL.Data("StaffMe", Nobody);
        using var officer = host.Visit();

        await officer.OpenAsync("/staff");
        officer.Address.ShouldBe("/sign-in?return=%2Fstaff");
        officer.Html.ShouldNotContain("Choose a role");
        await officer.PostAsync("/sign-in", [KeyValuePair.Create("role", "administrator")]);
        officer.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        host.SignIn.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_out_leads_home()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Home", Replies.Home());
        using var officer = await host.Visit().OpenAsync("/staff");

        await officer.PressAsync("Sign out");

        officer.Address.ShouldBe("/");
        host.SignIn.SignedOut.ShouldBe(1);
    }

    private const string Nobody = """{ "me": { "role": null, "permissions": [] }, "consultations": { "nodes": [] } }""";

    private static string AsRepresentative(string reply) => JsonNode.Parse(reply) is JsonObject data
        ? new JsonObject(data.Select(field => KeyValuePair.Create(field.Key, field.Key == "me"
            ? new JsonObject { ["role"] = "pact-representative", ["permissions"] = new JsonArray("loops.read") }
            : field.Value?.DeepClone()))).ToJsonString()
        : reply;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        StaffPages.Set(host.GraphQL);
        host.GraphQL.Data("OpenLoop", Replies.Done("openLoop", "loop", "TG9vcDE")).Data("RecordDecision", Replies.Done("recordDecision", "loop", "TG9vcDE"));
        return host;
    }
}
