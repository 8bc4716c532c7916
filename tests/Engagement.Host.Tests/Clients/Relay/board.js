// The documents of a Relay application, as its compiler finds them: fragments, a list that grows page by page, a thing fetched again by its id.
import { graphql } from 'relay-runtime';

graphql`
  query boardQuery($count: Int!) {
    ...board_entries @arguments(count: $count)
    livePosition
  }
`;

graphql`
  fragment board_entries on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "boardNextPageQuery") {
    entries(first: $count, after: $cursor) @connection(key: "board_entries") {
      totalCount
      edges {
        node {
          id
          ...board_entry
        }
      }
    }
  }
`;

graphql`
  fragment board_entry on Entry @refetchable(queryName: "boardEntryAgainQuery") {
    state
    weDid
    consultation {
      id
      title
    }
  }
`;

graphql`
  mutation boardPublishMutation($input: PublishEntryInput!) {
    publishEntry(input: $input) {
      entry {
        ...board_entry
      }
      errors {
        ... on Error {
          code
          field
          message
        }
      }
    }
  }
`;

graphql`
  subscription boardPublishedSubscription($after: Long!) {
    entryPublished(after: $after) {
      entry {
        ...board_entry
      }
    }
  }
`;
