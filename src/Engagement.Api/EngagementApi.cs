using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Live;
using Engagement.Api.Live.Subscriptions;
using Engagement.Api.OpenData;
using Engagement.Api.SignIn;
using GraphQL.Server;
using GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Api;

/// <summary>The platform's API: GraphQL at <c>/graphql</c>, live updates at <c>/live</c>, files of what is public at <c>/open-data</c>, and who may use what of them.</summary>
public static class EngagementApi
{
    /// <param name="services">The host's services.</param>
    /// <param name="signIn">The ways to sign in. In development, errors may also say what went wrong inside.</param>
    /// <param name="configure">What it offers beside its schema.</param>
    public static IServiceCollection AddEngagementApi(this IServiceCollection services, SignInSettings signIn, Action<EngagementApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        var offered = new EngagementApiOptions();
        configure?.Invoke(offered);
        services.AddSingleton(offered);
        services.AddEngagementSignIn(signIn);
        services.AddWhatEachMayDo();
        services.AddScoped<SubmissionChannel>();
        services.AddHttpContextAccessor();
        services.AddLiveUpdates();
        services.AddOpenData();
        services.AddEngagementSchema()
            .AddInMemoryOperationDocumentStorage(Named(offered.KnownDocuments))
            .ModifyOptions(options =>
            {
                options.IncludeExceptionDetails = signIn.IsDevelopment;
                options.PersistedOperations.OnlyAllowPersistedDocuments = offered.OnlyKnownDocuments;
                options.PersistedOperations.MaySendDocuments = WorksHere;
            });
        return services;
    }

    /// <summary>Maps the API. Subscriptions and live updates over sockets need <c>app.UseWebSockets()</c> before.</summary>
    public static WebApplication MapEngagementApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseEngagementSignIn();
        var (offered, signIn) = (app.Services.GetRequiredService<EngagementApiOptions>(), app.Services.GetRequiredService<SignInSettings>());
        app.MapGraphQL("/graphql", server =>
        {
            server.Tool.Enable = true;
            server.Tool.IsFor = context => signIn.IsDevelopment || WorksHere(context.User);
            server.Tool.Examples = offered.Examples;
        });
        app.MapHub<LiveHub>("/live", options => options.TransportMaxBufferSize = LiveLimits.BytesOnTheWay);
        app.UseCors();
        app.MapOpenData();
        return app;
    }

    /// <summary>The schema alone, without a host or a database.</summary>
    public static SchemaDefinition BuildSchema()
    {
        var services = new ServiceCollection();
        services.AddEngagementSchema();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<SchemaDefinition>();
    }

    /// <summary>Whether somebody has a role that is not a family's: staff, those who act for PACT, programs.</summary>
    private static bool WorksHere(ClaimsPrincipal user) => Asker.Of(user).Roles.Any(role => !Roles.OfFamilies.Contains(role));

    private static Dictionary<string, string> Named(IReadOnlyDictionary<string, string> documents) => documents
        .SelectMany(document => new[] { document, KeyValuePair.Create(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Value))), document.Value) })
        .DistinctBy(document => document.Key)
        .ToDictionary();

    // It says of which type it is by itself, as the hub's messages do, so no one type can be named for it.
    private static void AddChangedId<T>(ObjectType type, Func<T, string> idOf) => type.Fields.Add(new FieldDefinition("changedId", "ID!")
    {
        Description = "What changed, to ask node for.",
        SyncResolver = context => idOf((T)context.Parent!),
    });

    // The guard is put behind the fields of a schema that it has to see whole first, so it is made twice.
    private static GraphQLBuilder AddEngagementSchema(this IServiceCollection services)
    {
        var plan = new ServiceCollection();
        plan.AddGraphQL().AddOurTypes();
        return services.AddGraphQL().AddOurTypes().ConfigureSchema(schema =>
        {
            using var provider = plan.BuildServiceProvider();
            ObjectGuard.Protect(schema, provider.GetRequiredService<SchemaDefinition>(), TheObjectRules.All);
        });
    }

    private static GraphQLBuilder AddOurTypes(this GraphQLBuilder builder) => builder
        .AddEngagementApiTypes()
        .ConfigureSchema(schema =>
        {
            schema.Configure<ObjectType>("Query", type => type.Description = "What can be read. What is public needs no sign-in.");
            schema.Configure<ObjectType>("Mutation", type => type.Description =
                "What can be done. Each takes one input and answers with what it changed, or with the errors that explain why it changed nothing.");
            schema.Configure<ObjectType>("ConsultationChanged", type => AddChangedId<ConsultationChanged>(type, change => change.ChangedId));
            schema.Configure<ObjectType>("TopicChanged", type => AddChangedId<ForumTopicChanged>(type, change => change.ChangedId));
            schema.Configure<ObjectType>("Subscription", type => type.Description =
                "What can be heard of as it happens: in log order, each at least once, and from any position on.");
        })
        .ConfigureSchema(schema => schema.Configure<InterfaceType>("Error", error =>
        {
            error.Fields.Add(new FieldDefinition("code", "String!") { Description = "What went wrong, for programs. A code never changes its meaning." });
            error.Fields.Add(new FieldDefinition("field", "String") { Description = "The input field to put right; null when it is not about one." });
        }));
}
