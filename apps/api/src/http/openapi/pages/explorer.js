/* global SwaggerUIBundle */

// The API explorer: Swagger UI, with a search that looks into the operations instead of the names of their tags.

const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

function isFound(operation, words) {
  const details = operation.get('operation');
  const texts = [operation.get('method'), operation.get('path')].concat(
    ['operationId', 'summary', 'description'].map((name) => details.get(name) ?? ''),
    details.get('tags')?.toArray() ?? [],
  );
  const text = fold(texts.join(' '));
  return words.every((word) => text.includes(word));
}

function searchOperations(taggedOperations, phrase) {
  const words = fold(phrase).split(/\s+/).filter(Boolean);
  return taggedOperations
    .map((tag) => tag.update('operations', (operations) => operations.filter((one) => isFound(one, words))))
    .filter((tag) => tag.get('operations').size > 0);
}

const OperationSearch = (_original, { React }) =>
  function SearchBox({ layoutSelectors, layoutActions }) {
    const phrase = layoutSelectors.currentFilter();
    return React.createElement(
      'div',
      { className: 'wrapper operation-search' },
      React.createElement('input', {
        type: 'search',
        placeholder: 'Search operations: words of a summary, a description, a path or an operation id',
        'aria-label': 'Search operations',
        value: typeof phrase === 'string' ? phrase : '',
        onChange: ({ target }) => layoutActions.updateFilter(target.value || true),
      }),
    );
  };

// What the conventions are is a page of text: it stands folded, so that the operations are in view.
const split = (description) => {
  const end = description.search(/^## /m);
  return { introduction: description.slice(0, end), conventions: description.slice(end) };
};

const FoldedConventions = (Info, { React, getComponent }) =>
  function ShortInfo(properties) {
    const description = properties.specSelectors.info().get('description');
    const Markdown = getComponent('Markdown', true);
    return React.createElement(
      React.Fragment,
      null,
      React.createElement(Info, properties),
      React.createElement(
        'details',
        { className: 'info conventions' },
        React.createElement(
          'summary',
          null,
          'How this API works: access, values, lists, versions, limits, repeats, requests, errors',
        ),
        React.createElement(Markdown, { source: split(description).conventions }),
      ),
    );
  };

// Whoever executes the sign-in is signed in: every later call carries the token, which the browser remembers.
const TOKEN_PATHS = ['/api/auth/login', '/api/auth/refresh'];

function signIn(response) {
  if (response.status === 200 && TOKEN_PATHS.includes(new URL(response.url, window.location.href).pathname)) {
    const schema = { type: 'http', scheme: 'bearer' };
    const value = JSON.parse(response.text).accessToken;
    window.explorer.authActions.authorizeWithPersistOption({ bearer: { name: 'bearer', schema, value } });
  }
  return response;
}

window.explorer = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#explorer',
  layout: 'BaseLayout',
  deepLinking: true,
  filter: true,
  tryItOutEnabled: true,
  persistAuthorization: true,
  responseInterceptor: signIn,
  displayRequestDuration: true,
  displayOperationId: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  // Otherwise the document's address is sent to a validator on another host.
  validatorUrl: null,
  plugins: [
    {
      fn: { opsFilter: searchOperations },
      statePlugins: {
        spec: {
          wrapSelectors: {
            selectInfoDescriptionField:
              (_original, { specSelectors }) =>
              () =>
                split(specSelectors.info().get('description')).introduction,
          },
        },
      },
      wrapComponents: {
        FilterContainer: OperationSearch,
        InfoContainer: FoldedConventions,
        // An optional parameter that is left empty is not sent: nobody needs a tick box beside each to say so.
        ParameterIncludeEmpty: () => () => null,
      },
    },
  ],
});
