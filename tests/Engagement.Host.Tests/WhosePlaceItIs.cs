using Engagement.Host.Tests.SignIn;
using Tests.Shared;

namespace Engagement.Host.Tests;

/// <summary>Whoever runs the platform says so by settings: pages and letters are theirs.</summary>
public sealed class WhosePlaceItIs(PlatformsOfAClass platforms) : SignInSpec(platforms)
{
    private readonly SmtpSink _post = new();

    protected override (string Name, string Value)[] Settings =>
    [
        ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{_post.Port}"), ("Smtp:StartTls", "false"), ("Smtp:From", "post@council.example.test"),
        ("Site:Name", "Have your say"), ("Site:RunBy", "Example County Council"), ("Site:ContactEmail", "families@council.example.test"),
        ("Site:ContactAddress", "Example House, Example Street"), ("Site:ExitAddress", "https://elsewhere.example.test/"), ("Site:PactWelcome", "Come in."),
    ];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _post.DisposeAsync();
    }

    [Fact]
    public async Task Pages_and_letters_say_it()
    {
        using var somebody = await Platform.Browser().OpenAsync("/sign-in");
        somebody.Page.ShouldContain("– Have your say</title>");
        somebody.Page.ShouldContain("Example County Council");
        (await somebody.OpenAsync("/accessibility")).Page.ShouldContain("Example House, Example Street");
        (await somebody.OpenAsync("/your-voice")).Page.ShouldContain("https://elsewhere.example.test/");
        (await somebody.OpenAsync("/pact")).Page.ShouldContain("Come in.");

        await somebody.OpenAsync("/sign-in");
        await somebody.SubmitAsync("/sign-in/email", ("email", "parent@families.example.test"));
        var letter = await _post.NextAsync();
        letter.Headers["From"].ShouldBe("Example County Council <post@council.example.test>");
        letter.Text.TrimEnd().ShouldEndWith(
            "-- \nHave your say\nWho sends this: Example County Council\nWrite to us: families@council.example.test\nBy post: Example House, Example Street");

        var preview = await Platform.GraphQL("participation-officer").DataAsync(
            "{ notificationPreview(kind: ENTRY_PUBLISHED, audience: YOUNG_PEOPLE, language: \"en-GB\") { text } }");
        preview["notificationPreview"]!["text"]!.GetValue<string>().ShouldStartWith("Your Voice\nExample County Council\n");
    }
}
