using Engagement.Common;
using Engagement.Participants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.SignIn;

/// <summary>
/// Who is who: sessions, API keys and addresses to sign in with. None of it is history: it has no events, and what is over is deleted.
/// </summary>
internal sealed class SignInModule : EngagementModule
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Sessions>();
        services.AddSingleton<IPersonalTextTable, SignInTexts>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<SignInCommands>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<SignInUpkeep>();
        services.TryAddSingleton<ICaller, NoCaller>();
        services.TryAddSingleton<IMailer, NoMailer>();
        services.TryAddSingleton<ISiteAddress, NoSiteAddress>();
        services.TryAddSingleton<Place>(_ => throw new InvalidOperationException("Nobody said whose place this is."));
    }
}
