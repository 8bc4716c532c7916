using Engagement.Host.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Engagement.Host.Tests;

/// <summary>What is wrong in the settings that say whose place this is stops the start, in words that say what to do.</summary>
public sealed class SettingsOfThePlace
{
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
