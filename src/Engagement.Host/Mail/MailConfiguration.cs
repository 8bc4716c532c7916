using Engagement.SignIn;
using MimeKit;

namespace Engagement.Host.Mail;

/// <summary>How e-mail is sent: by the mail server that is configured or, in development, into a folder.</summary>
internal static class MailConfiguration
{
    private const string MailFolder = "mail";
    private const int LeastTokenLength = 20;

    /// <exception cref="StartupException">It is configured as it cannot work; the message says what to do.</exception>
    public static MailSettings Read(IConfiguration configuration, IHostEnvironment environment, string dataDirectory)
    {
        var settings = configuration.GetSection("Smtp").Get<MailSettings>() ?? new MailSettings();
        settings.SiteAddress = configuration["Site:Address"];
        if (settings.PasswordFile is { } file)
            settings.Password = SecretFiles.Read(file, "Smtp:PasswordFile");
        if (settings.SiteAddress is { } site && !(Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
            throw new StartupException($"Site:Address is '{site}'. It has to be the address at which people reach the platform, like https://engagement.example.org.");
        if (settings.SiteAddress?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) == true && !environment.IsDevelopment())
            throw new StartupException($"Site:Address is '{settings.SiteAddress}'. Outside development it has to begin with https: mail programs follow no other link to stop e-mails (RFC 8058).");
        settings.ReceiptsToken = configuration["MailReceipts:TokenFile"] is { } tokenFile ? SecretFiles.Read(tokenFile, "MailReceipts:TokenFile") : configuration["MailReceipts:Token"];
        if (settings.ReceiptsToken is { Length: < LeastTokenLength })
            throw new StartupException($"MailReceipts:Token is too short to be a secret. It has to have at least {LeastTokenLength} characters.");
        settings.Notify = ReadNotify(configuration);
        if (!MailboxAddress.TryParse(settings.From, out _))
            throw new StartupException($"Smtp:From is '{settings.From}'. It has to be the e-mail address that messages come from, like engagement@example.org.");
        var sends = settings.Notify is not null ? "Notify:ApiKey" : settings.Host is { Length: > 0 } ? "Smtp:Host" : null;
        if (sends is null && environment.IsDevelopment())
            settings.Folder = Path.Combine(dataDirectory, MailFolder);
        if (sends is not null && !environment.IsDevelopment())
            RequireSite(configuration, sends);
        return settings;
    }

    public static void AddMail(this IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<ISiteAddress, SiteAddress>();
        if (settings.Notify is { } notify)
            services.AddSingleton<IMailer>(provider => new NotifyMailer(notify, provider.GetRequiredService<TimeProvider>()));
        else if (settings.Host is { Length: > 0 })
            services.AddSingleton<SmtpConnections>().AddSingleton<IMailer, SmtpMailer>();
        else if (settings.Folder is not null)
            services.AddSingleton<IMailer, FolderMailer>();
    }

    /// <summary>What is good enough to look around with leads real people nowhere.</summary>
    private static void RequireSite(IConfiguration configuration, string sends)
    {
        (string Setting, string Why)[] needed =
        [
            ("Site:Address", "the address at which people reach the platform: links in messages begin with it"),
            ("Site:RunBy", "who runs the platform: messages say that it is they who write"),
            ("Site:ContactEmail", "the e-mail address that people can write to: messages name it"),
            ("Site:ContactAddress", "the address that people can write to by post: messages name it"),
        ];
        if (needed.FirstOrDefault(one => configuration[one.Setting] is null) is ({ } setting, var why))
            throw new StartupException($"{sends} is set and {setting} is not. Set it to {why}.");
    }

    private static NotifySettings? ReadNotify(IConfiguration configuration)
    {
        var notify = configuration.GetSection("Notify").Get<NotifySettings>();
        if (notify?.ApiKeyFile is { } file)
            notify.ApiKey = SecretFiles.Read(file, "Notify:ApiKeyFile");
        if (notify?.ApiKey is null)
            return null;
        if (notify.Parts is null)
            throw new StartupException("Notify:ApiKey is no key of GOV.UK Notify. It ends with the id of the service and a secret, each of 36 characters, and a hyphen between them.");
        if (!Guid.TryParse(notify.TemplateId, out _))
            throw new StartupException("Notify:TemplateId is not set. Make a template in GOV.UK Notify with the subject ((subject)) and the message ((body)), and set its id.");
        return notify;
    }
}
