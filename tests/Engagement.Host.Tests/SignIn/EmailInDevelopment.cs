using Engagement.Host.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.SignIn;

/// <summary>Without a mail server: in development messages are written into a folder, elsewhere signing in by e-mail is not offered.</summary>
public sealed class EmailInDevelopment(PlatformsOfAClass platforms) : SignInSpec(platforms)
{
    [Fact]
    public async Task The_page_says_where_the_message_is_written()
    {
        using var browser = await Platform.Browser().OpenAsync("/sign-in");
        await browser.SubmitAsync("/sign-in/email", ("email", "someone@families.example.test"));

        var folder = Path.Combine(Platform.DataDirectory, "mail");
        browser.Page.ShouldContain(folder);
        await Eventually.TrueAsync(() => Task.FromResult(Directory.Exists(folder) && Directory.GetFiles(folder).Length == 1));
    }

    [Fact]
    public async Task Elsewhere_it_is_not_offered()
    {
        await using var production = await RunningPlatform.StartAsync(environment: "Production");
        using var browser = await production.Browser().OpenAsync("/sign-in");

        browser.Page.ShouldContain("Nobody can sign in here yet");
        browser.Page.ShouldNotContain("e-mail address");
    }

    [Fact]
    public async Task A_mail_server_without_the_address_of_the_site_stops_the_start_outside_development()
    {
        var refused = await Should.ThrowAsync<StartupException>(() => Host.Platform.StartAsync(
            new HostSettings { DataDirectory = Platform.DataDirectory, Urls = "http://127.0.0.1:0" },
            builder =>
            {
                builder.Environment.EnvironmentName = "Production";
                builder.Configuration.AddInMemoryCollection(
                    [KeyValuePair.Create("Smtp:Host", (string?)"mail.example.test"), KeyValuePair.Create("ConnectionStrings:Engagement", (string?)Platform.ConnectionString)]);
            }));

        refused.Message.ShouldContain("Smtp:Host is set and Site:Address is not.");
    }

    [Fact]
    public void Links_of_messages_begin_with_https_outside_development()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Site:Address", (string?)"http://engagement.example.test")]).Build();

        Should.Throw<StartupException>(() => Read("Production")).Message.ShouldContain("it has to begin with https");
        Read("Development").SiteAddress.ShouldBe("http://engagement.example.test");

        MailSettings Read(string environment) => MailConfiguration.Read(configuration, new HostingEnvironment { EnvironmentName = environment }, Platform.DataDirectory);
    }
}
