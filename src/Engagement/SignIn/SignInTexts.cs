using Engagement.Participants;
using Npgsql;

namespace Engagement.SignIn;

/// <summary>How somebody is reached and known here: their address, what was sent to it, and where they are signed in.</summary>
internal sealed class SignInTexts : IPersonalTextTable
{
    public NpgsqlBatchCommand Erase(Guid subject) => new(
        """
        with address as (delete from engagement.email_addresses where participant_id = $1 returning address_hash),
        links as (delete from engagement.sign_in_links where address_hash in (select address_hash from address))
        delete from engagement.sessions where actor_id = $1
        """)
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = subject } },
    };
}
