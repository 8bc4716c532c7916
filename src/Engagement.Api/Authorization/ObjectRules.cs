using GraphQL.Data;

namespace Engagement.Api.Authorization;

/// <summary>The rules of things, by their kind. What is not here is reached by permissions that go everywhere, and by no others.</summary>
internal sealed class ObjectRules
{
    private readonly Dictionary<Type, Kind> _kinds = [];
    private readonly Dictionary<string, Kind> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subject> _subjects = new(StringComparer.Ordinal);

    /// <summary>Adds a kind of thing.</summary>
    /// <param name="name">What the schema calls it, which its ids carry.</param>
    /// <param name="permission">What reading one takes.</param>
    /// <param name="rule">Which ones.</param>
    /// <param name="find">Loads the one that an argument names, so that the rule is asked before a command; null where commands need not be asked about it.</param>
    public ObjectRules Add<T>(
        string name, string permission, IObjectRule<T> rule, Func<IServiceProvider, Guid, CancellationToken, Task<T?>>? find = null)
        where T : class
    {
        var kind = new Kind<T>(permission, rule, find);
        _kinds.Add(typeof(T), kind);
        _byName.Add(name, kind);
        return this;
    }

    /// <summary>Adds a kind of thing that is reached as far as another thing is that it belongs to, such as a topic of a forum.</summary>
    /// <param name="name">What the schema calls it, which its ids carry.</param>
    /// <param name="permission">What reading the other takes.</param>
    /// <param name="rule">The other's.</param>
    /// <param name="find">Loads what the one that an argument names belongs to.</param>
    public ObjectRules AddPart<T>(string name, string permission, IObjectRule<T> rule, Func<IServiceProvider, Guid, CancellationToken, Task<T?>> find)
        where T : class
    {
        _byName.Add(name, new Kind<T>(permission, rule, find));
        return this;
    }

    /// <summary>Says what a root field is about whose arguments do not name it by an id: something that it begins, or whoever asks.</summary>
    /// <param name="field">The field.</param>
    /// <param name="rule">How far a permission reaches there.</param>
    /// <param name="subject">What it is about, by the mutation's input.</param>
    public ObjectRules About<T>(string field, IObjectRule<T> rule, Func<IReadOnlyDictionary<string, object?>, T> subject)
        where T : class
    {
        _subjects.Add(field, new Subject<T>(rule, subject));
        return this;
    }

    public Subject? AboutOf(string field) => _subjects.GetValueOrDefault(field);

    public Kind? Of(Type? type) => type is null ? null : _kinds.GetValueOrDefault(type);

    public Kind? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What is known of a kind of thing, whatever the kind.</summary>
    internal abstract class Kind(string permission)
    {
        public string Permission { get; } = permission;

        public abstract bool CanBeFound { get; }

        /// <summary>Whether who asks may read a thing.</summary>
        public abstract bool ShowsTo(Asker asker, object thing);

        /// <summary>Whether who asks may use a permission on a thing.</summary>
        public abstract bool Allows(Asker asker, string permission, object thing);

        /// <summary>The thing of an id; null when there is none.</summary>
        public abstract Task<object?> FindAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken);

        /// <summary>A page without what may not be read.</summary>
        public abstract object Filter(Asker asker, object connection);
    }

    /// <summary>What a field is about.</summary>
    internal abstract class Subject
    {
        /// <summary>Whether who asks may use a permission on it.</summary>
        public abstract bool Allows(Asker asker, string permission, IReadOnlyDictionary<string, object?> input);
    }

    private sealed class Subject<T>(IObjectRule<T> rule, Func<IReadOnlyDictionary<string, object?>, T> subject) : Subject
        where T : class
    {
        public override bool Allows(Asker asker, string permission, IReadOnlyDictionary<string, object?> input)
        {
            var thing = subject(input);
            return asker.GrantsOf(permission).Any(grant => rule.Allows(asker, grant, thing));
        }
    }

    private sealed class Kind<T>(string permission, IObjectRule<T> rule, Func<IServiceProvider, Guid, CancellationToken, Task<T?>>? find) : Kind(permission)
        where T : class
    {
        public override bool CanBeFound => find is not null;

        public override bool ShowsTo(Asker asker, object thing) => rule.IsPublic((T)thing) || rule.IsHeldBy(asker, (T)thing) || Allows(asker, Permission, thing);

        public override bool Allows(Asker asker, string permission, object thing)
        {
            foreach (var grant in asker.GrantsOf(permission))
            {
                if (rule.Allows(asker, grant, (T)thing))
                    return true;
            }

            return false;
        }

        public override async Task<object?> FindAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken) =>
            await find!(services, id, cancellationToken);

        // A list leaves out by itself what its reader may not see, and counts without it: this is for the list that forgot.
        public override object Filter(Asker asker, object connection)
        {
            var page = (Connection<T>)connection;
            var shown = page.Edges.Where(edge => ShowsTo(asker, edge.Node)).ToArray();
            return shown.Length == page.Edges.Count ? page : new Connection<T>(shown, page.PageInfo, shown.Length);
        }
    }
}
