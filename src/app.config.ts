export default defineAppConfig({
  pages: ['pages/home/home-page', 'pages/lists/lists-page', 'pages/points/points-page', 'pages/me/me-page'],
  // Staff screens are packages of their own, so that residents never download them.
  subPackages: [
    {
      root: 'lists/resident',
      pages: [
        'edition-page',
        'editions-page',
        'service-page',
        'my-enrolments-page',
        'say-need-page',
        'my-needs-page',
      ],
    },
    {
      root: 'community/resident',
      pages: ['choose-page', 'join-page', 'centre-page', 'notices-page', 'privacy-page'],
    },
    {
      root: 'points/resident',
      pages: [
        'passbook-page',
        'shelf-page',
        'redemptions-page',
        'code-page',
        'earning-page',
        'shifts-page',
        'public-notice-page',
        'honour-page',
      ],
    },
    {
      root: 'lists/staff',
      pages: [
        'desk-page',
        'import-page',
        'match-page',
        'needs-page',
        'enter-need-page',
        'resources-page',
        'resource-page',
        'projects-page',
        'project-page',
        'publish-page',
        'enrolments-page',
      ],
    },
    {
      root: 'community/staff',
      pages: [
        'applications-page',
        'households-page',
        'household-page',
        'roles-page',
        'audit-page',
        'centres-page',
        'centre-page',
        'start-page',
      ],
    },
  ],
  preloadRule: {
    'pages/points/points-page': { network: 'all', packages: ['points/resident'] },
    'pages/home/home-page': { network: 'all', packages: ['lists/resident', 'community/resident'] },
  },
  window: {
    navigationBarTitleText: '邻里',
    navigationBarBackgroundColor: '#F6F3EE',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F6F3EE',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5A534B',
    selectedColor: '#C8102E',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/home-page',
        text: '首页',
        iconPath: 'assets/tab-home.png',
        selectedIconPath: 'assets/tab-home-on.png',
      },
      {
        pagePath: 'pages/lists/lists-page',
        text: '清单',
        iconPath: 'assets/tab-lists.png',
        selectedIconPath: 'assets/tab-lists-on.png',
      },
      {
        pagePath: 'pages/points/points-page',
        text: '积分',
        iconPath: 'assets/tab-points.png',
        selectedIconPath: 'assets/tab-points-on.png',
      },
      {
        pagePath: 'pages/me/me-page',
        text: '我的',
        iconPath: 'assets/tab-me.png',
        selectedIconPath: 'assets/tab-me-on.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
