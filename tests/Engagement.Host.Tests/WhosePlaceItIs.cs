using Engagement.Host.Mail;
using Engagement.Host.Tests.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
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

    [Theory]
    [InlineData("Site:Name", " ", "Site:Name is empty.")]
    [InlineData("Site:RunBy", "", "Site:RunBy is empty.")]
    [InlineData("Site:ContactEmail", "the team", "Site:ContactEmail is 'the team'. It has to be the e-mail address that people can write to")]
    [InlineData("Site:ContactAddress", "", "Site:ContactAddress is empty.")]
    [InlineData("Site:ExitAddress", "http://elsewhere.example.test/", "Site:ExitAddress is 'http://elsewhere.example.test/'. It has to be the https address")]
    [InlineData("Site:ExitAddress", "/", "Site:ExitAddress is '/'.")]
    public void What_nobody_could_read_or_write_to_stops_the_start(string setting, string value, string says) =>
        Should.Throw<StartupException>(() => SiteConfiguration.Read(Of((setting, value)))).Message.ShouldStartWith(says);

    [Fact]
    public void Without_any_it_is_the_place_to_look_around_in()
    {
        var site = SiteConfiguration.Read(Of());

        (site.Name, site.RunBy, site.ContactEmail).ShouldBe(("Engagement", "Kent SEND engagement", "engagement@example.test"));
    }

    [Theory]
    [InlineData("Site:Address")]
    [InlineData("Site:RunBy")]
    [InlineData("Site:ContactEmail")]
    [InlineData("Site:ContactAddress")]
    public void Whoever_writes_to_real_people_says_first_who_they_are(string missing)
    {
        (string, string)[] all =
        [
            ("Smtp:Host", "mail.example.test"), ("Site:Address", "https://engagement.example.test"), ("Site:RunBy", "Example County Council"),
            ("Site:ContactEmail", "families@council.example.test"), ("Site:ContactAddress", "Example House"),
        ];

        Should.Throw<StartupException>(() => Mail(Environments.Production, [.. all.Where(setting => setting.Item1 != missing)]))
            .Message.ShouldStartWith($"Smtp:Host is set and {missing} is not. Set it to ");
        Mail(Environments.Production, all).Works.ShouldBeTrue();
        Mail(Environments.Development, ("Smtp:Host", "mail.example.test")).Works.ShouldBeTrue();
    }

    [Fact]
    public void Messages_come_from_an_address() =>
        Should.Throw<StartupException>(() => Mail(Environments.Development, ("Smtp:From", "the team"))).Message.ShouldStartWith("Smtp:From is 'the team'.");

    private static MailSettings Mail(string environment, params (string Name, string Value)[] settings) =>
        MailConfiguration.Read(Of(settings), new HostingEnvironment { EnvironmentName = environment }, "/data");

    private static IConfiguration Of(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
