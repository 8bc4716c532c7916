using System.Text.Encodings.Web;
using System.Text.Unicode;
using Engagement.Web.About;
using Engagement.Web.Account;
using Engagement.Web.Activities;
using Engagement.Web.Consultations;
using Engagement.Web.Developers;
using Engagement.Web.Emails;
using Engagement.Web.Figures;
using Engagement.Web.Forums;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Home;
using Engagement.Web.Moderation;
using Engagement.Web.Pact;
using Engagement.Web.Paper;
using Engagement.Web.Preferences;
using Engagement.Web.Representatives;
using Engagement.Web.RunForums;
using Engagement.Web.SignIn;
using Engagement.Web.Staff;
using Engagement.Web.Staff.Actions;
using Engagement.Web.Staff.Activities;
using Engagement.Web.Staff.Charter;
using Engagement.Web.Staff.Coding;
using Engagement.Web.Staff.Consultations;
using Engagement.Web.Staff.EvidencePacks;
using Engagement.Web.Staff.Feedback;
using Engagement.Web.Staff.Groups;
using Engagement.Web.Staff.History;
using Engagement.Web.Staff.LocalOffer;
using Engagement.Web.Staff.Loops;
using Engagement.Web.Staff.Measures;
using Engagement.Web.Staff.Messages;
using Engagement.Web.Staff.Moderation;
using Engagement.Web.Staff.Notifications;
using Engagement.Web.Staff.Paper;
using Engagement.Web.Staff.People;
using Engagement.Web.Staff.Privacy;
using Engagement.Web.Staff.Releases;
using Engagement.Web.Staff.Reminders;
using Engagement.Web.Staff.Results;
using Engagement.Web.Staff.Safeguarding;
using Engagement.Web.Staff.Statements;
using Engagement.Web.Staff.Surveys;
using Engagement.Web.Staff.Themes;
using Engagement.Web.Staff.Today;
using Engagement.Web.Staff.Webhooks;
using Engagement.Web.Status;
using Engagement.Web.Track;
using Engagement.Web.Trouble;
using Engagement.Web.Voice;
using Engagement.Web.YouSaidWeDid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Engagement.Web;

public static class EngagementWeb
{
    /// <summary>What the pages need. The host also registers <see cref="IEngagementGraphQL"/>, and <see cref="ISignIn"/> where there is a sign-in.</summary>
    public static IServiceCollection AddEngagementWeb(this IServiceCollection services, EngagementWebOptions site)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(site);
        services.AddSingleton(Options.Create(site));
        services.TryAddSingleton(TimeProvider.System);
        services.AddRazorComponents();
        services.AddLocalization();
        // Letters of any language go out as themselves: as entities an answer in Arabic would weigh four times as much.
        services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddDataProtection();
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = "__token";
            options.Cookie.Name = "form-token";
            // A strict cookie stays away when someone arrives by a link, and a second one would spoil every page already open.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddResponseCompression(options =>
        {
            // Safe with HTTPS here: the form token, the only secret beside a person's own words, is masked anew on every page.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AssetCatalogue>();
        services.AddSingleton<AnswerCookie>();
        services.AddSingleton<SecretCookie>();
        services.AddSingleton<AuthorCookie>();
        services.AddScoped<Author>();
        services.AddScoped<SurveyReader>();
        services.AddScoped<StaffMutation>();
        services.AddSurveyBuilder();
        services.AddScoped<BoardCompany>();
        services.AddScoped<CodingDecisions>();
        return services;
    }

    /// <summary>
    /// Gives every page its headers, its compression and its own pages for trouble, whatever in the pipeline after this makes it. Other endpoints are
    /// not touched.
    /// </summary>
    public static WebApplication UseEngagementWeb(this WebApplication app)
    {
        app.UseWhen(IsPage, branch =>
        {
            branch.UseResponseCompression();
            branch.UseMiddleware<PageHeaders>();
            branch.UseMiddleware<PageLanguage>();
            branch.UseMiddleware<TroublePages>();
        });
        return app;
    }

    /// <summary>Maps every page.</summary>
    public static WebApplication MapEngagementWeb(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGet("/build/{file}", (string file, AssetCatalogue assets, HttpContext context) => assets.Serve(file, context))
            .ExcludeFromDescription();
        app.MapGet("/offline.js", (AssetCatalogue assets, HttpContext context) => assets.ServeOfflineWorker(context)).ExcludeFromDescription();

        var pages = app.MapGroup("").WithMetadata(new PageMetadata()).ExcludeFromDescription();
        pages.MapHome();
        pages.MapConsultations();
        pages.MapHaveYourSay(SurveyFace.Public);
        pages.MapHaveYourSay(SurveyFace.Voice);
        pages.MapVoice();
        pages.MapPaper();
        pages.MapTrack(SurveyFace.Public);
        pages.MapTrack(SurveyFace.Voice);
        pages.MapAccount();
        pages.MapMyEmails();
        pages.MapEmails();
        pages.MapYouSaidWeDid();
        pages.MapToday();
        pages.MapHistory();
        pages.MapStaff();
        pages.MapStaffConsultations();
        pages.MapStaffPaper();
        pages.MapCoding();
        pages.MapThemes();
        pages.MapLoops();
        pages.MapActions();
        pages.MapMeasures();
        pages.MapStaffActivities();
        pages.MapFeedback();
        pages.MapFeedbackVolumes();
        pages.MapLocalOffer();
        pages.MapGroups();
        pages.MapMeetings();
        pages.MapCharter();
        pages.MapEvidence();
        pages.MapStatements();
        pages.MapPeople();
        pages.MapStaffModeration();
        pages.MapSafeguarding();
        pages.MapStaffNotifications();
        pages.MapReminders();
        pages.MapPrivacy();
        pages.MapWebhooks();
        pages.MapMessages();
        pages.MapSurveyBuilder();
        pages.MapResults();
        pages.MapFiguresForStaff();
        pages.MapReleases();
        pages.MapAbout();
        pages.MapFigures();
        pages.MapTransparency();
        pages.MapStatus();
        pages.MapDevelopers();
        pages.MapPreferences();
        pages.MapPact();
        pages.MapForums();
        pages.MapWriting();
        pages.MapOwnPosts();
        pages.MapReports();
        pages.MapRunForums(RunFace.Pact);
        pages.MapRunForums(RunFace.Staff);
        pages.MapRepresentatives();
        pages.MapActivities();
        if (app.Services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(ISignIn)))
            pages.MapSignIn();
        pages.MapTrouble();
        return app;
    }

    private static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PageMetadata>() is not null;
}
