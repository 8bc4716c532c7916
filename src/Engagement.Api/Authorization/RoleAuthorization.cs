using System.Collections.Immutable;
using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.TypeSystem;

namespace Engagement.Api.Authorization;

/// <summary>
/// Answers the rules of fields from the table of roles, for whoever asks as they are now. Where a permission does not go everywhere, something has to
/// say whether it goes this far: the things that the arguments name, what the field is said to be about, the thing the field belongs to, or those it gives, which
/// <see cref="ObjectGuard"/> looks at one by one. Where nothing says so, the field is refused. What is not there and what is out of reach is refused alike.
/// </summary>
internal sealed class RoleAuthorization(ObjectRules rules) : IAuthorizationEvaluator
{
    public ValueTask<AuthorizationResult> AuthorizeAsync(AuthorizationRequirement requirement, IResolverContext context)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        ArgumentNullException.ThrowIfNull(context);
        if (requirement.AllowAnonymous)
            return new(AuthorizationResult.Allowed);

        var asker = ((CurrentAsker)context.Services.GetService(typeof(CurrentAsker))!).OfAsync(context.User, context.RequestAborted);
        return asker.IsCompletedSuccessfully ? JudgeAsync(asker.Result, requirement.Permission, context) : WaitAsync(asker);

        async ValueTask<AuthorizationResult> WaitAsync(ValueTask<Asker> asker) => await JudgeAsync(await asker, requirement.Permission, context);
    }

    private ValueTask<AuthorizationResult> JudgeAsync(Asker asker, string? permission, IResolverContext context)
    {
        // A rule that names no permission would let in everybody who signed in: nobody meant that.
        if (permission is null || !asker.May(permission))
            return new(Refusals.ResultFor(asker));

        var field = context.Field;
        var isRoot = ObjectGuard.IsRoot(field.DeclaringType);
        var subject = isRoot ? rules.AboutOf(field.Name) : null;
        if (subject is not null && !subject.Allows(asker, permission, InputOf(field, context)))
            return new(AuthorizationResult.NotAuthorized);
        if (isRoot && NamedThings(field, context) is { Count: > 0 } things)
            return JudgeAsync(asker, permission, things, context);
        if (subject is not null || asker.MayEverywhere(permission))
            return new(AuthorizationResult.Allowed);

        var isWithin = !isRoot && rules.Of(context.Parent?.GetType()) is { } parent
            ? parent.Allows(asker, permission, context.Parent!)
            : GivesOnlyWhatIsGuarded(field);
        return new(isWithin ? AuthorizationResult.Allowed : AuthorizationResult.NotAuthorized);
    }

    private static async ValueTask<AuthorizationResult> JudgeAsync(
        Asker asker, string permission, List<(ObjectRules.Kind Kind, Guid Id)> things, IResolverContext context)
    {
        foreach (var (kind, id) in things)
        {
            if (await kind.FindAsync(context.Services, id, context.RequestAborted) is not { } thing || !kind.Allows(asker, permission, thing))
                return AuthorizationResult.NotAuthorized;
        }

        return AuthorizationResult.Allowed;
    }

    // A mutation has done its work by the time its result is looked at, so what it gives says nothing about whether it may be asked for.
    private bool GivesOnlyWhatIsGuarded(FieldDefinition field) => field.DeclaringType?.Name != "Mutation"
        && (ObjectGuard.IsNodeField(field) || rules.Of(ObjectGuard.ThingOf(field.Type)) is not null);

    private static IReadOnlyDictionary<string, object?> InputOf(FieldDefinition field, IResolverContext context) =>
        field.Arguments.Any(argument => argument.Name == "input") && context.Argument<object?>("input") is IReadOnlyDictionary<string, object?> input
            ? input
            : ImmutableDictionary<string, object?>.Empty;

    /// <summary>The things with a rule that arguments name, wherever in them.</summary>
    private List<(ObjectRules.Kind, Guid)>? NamedThings(FieldDefinition field, IResolverContext context)
    {
        if (ObjectGuard.IsNodeField(field) || field.Arguments.Count == 0)
            return null;

        List<(ObjectRules.Kind, Guid)>? things = null;
        foreach (var argument in field.Arguments)
            Collect(argument.Type, context.Argument<object?>(argument.Name));
        return things;

        void Collect(GraphQLType type, object? value)
        {
            switch (type, value)
            {
                case (_, null):
                    return;
                case (NonNullType nonNull, _):
                    Collect(nonNull.OfType, value);
                    return;
                case (ListType list, IEnumerable<object?> items):
                    foreach (var item in items)
                        Collect(list.OfType, item);
                    return;
                case (InputObjectType input, IReadOnlyDictionary<string, object?> members):
                    foreach (var member in input.Fields)
                        Collect(member.Type, members.GetValueOrDefault(member.Name));
                    return;
                case (ScalarType { Name: "ID" }, string id) when NodeId.TryDecode(id, out var typeName, out var raw) && Guid.TryParse(raw, out var guid)
                    && rules.Named(typeName) is { CanBeFound: true } kind:
                    (things ??= []).Add((kind, guid));
                    return;
            }
        }
    }
}
